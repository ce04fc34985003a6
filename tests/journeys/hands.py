"""Hands for a journey: with a mouse, with the keyboard alone, or on a page without scripts."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

FAR = 200  # Presses of Tab after which a thing counts as out of reach.


@dataclass
class Hands:
    """Somebody at a page: presses and writes, with the mouse or by keyboard alone."""

    page: Page
    keyboard: bool = False

    def press(self, thing: Locator) -> None:
        if not self.keyboard:
            thing.click()
            return
        self.reach(thing)
        tag = thing.evaluate("e => e.type === 'radio' || e.type === 'checkbox'")
        self.page.keyboard.press("Space" if tag else "Enter")

    def write(self, thing: Locator, text: str) -> None:
        if not self.keyboard:
            thing.fill(text)
            return
        self.reach(thing)
        self.page.keyboard.type(text)

    def reach(self, thing: Locator) -> None:
        """Tabs until the thing has the focus, and sees that the focus shows and is not covered."""
        expect(thing).to_be_visible()
        for _press in range(FAR):
            if thing.evaluate("e => e === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        expect(thing).to_be_focused()
        assert thing.evaluate(SHOWS), f"the focus on {thing} cannot be seen"


# Whether there is an outline, and whether the middle of the thing is on top of what else lies there.
SHOWS = """e => {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  const own = [e, ...(e.labels || [])];
  return ring && top !== null && own.some(one => one.contains(top) || top.contains(one));
}"""
