"""The agreement of a neighbourhood on the screen: what holds, what is proposed, who signs, what people say of it."""
