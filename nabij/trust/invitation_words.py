"""Words about invitations: who is asked, whether it is still open, and what a yes makes."""

from nabij.base.word import Word

# Of anybody, as `my_seats` is of oneself; empty when they are not in it.
READS_FROM = """
  select min(least(coalesce(m.sees_from, '-infinity'), case when o.id is null then 'infinity'
                   else coalesce(o.since, '-infinity') end))
  from public.trust_membership m left join public.trust_opening o on o.membership_id = m.id
  where m.person_id = reads_from.person and m.circle_id = reads_from.circle
    and (m.until is null or m.until > statement_timestamp())"""
IS_OPEN = """
  select exists (select 1 from public.trust_invitation i where i.id = is_open.invitation
    and i.expires > statement_timestamp()
    and not exists (select 1 from public.trust_invitationend e where e.invitation_id = i.id)
    and coalesce(i.sees_from, '-infinity') >= trust.reads_from(i.by_id, i.circle_id))"""
# For the person it names, and for whoever logs in with the address it went to.
IS_FOR = """
  select exists (select 1 from public.trust_invitation i where i.id = is_for.invitation
    and (i.person_id = is_for.person or exists (
      select 1 from public.people_waytoreach w join public.people_account a on lower(a.email) = lower(w.value)
      where w.id = i.way_id and a.person_id = is_for.person)))"""
JOINS = """
  select trust.is_open(i.id) and trust.is_for(i.id, joins.person) from public.trust_invitation i
  where i.id = (select trust.reach()) and i.circle_id = joins.circle and i.by_id = joins.let_in_by
    and i.hat_id is not distinct from joins.hat and i.sees_from is not distinct from joins.sees_from
    and i.until is not distinct from joins.until"""
INVITED_CIRCLE = "select i.circle_id from public.trust_invitation i where i.id = (select trust.reach())"
INVITED_LOGIN = """
  select coalesce(
    (select a.person_id from public.people_account a where a.person_id = i.person_id),
    (select a.person_id from public.people_waytoreach w join public.people_account a on lower(a.email) = lower(w.value)
     where w.id = i.way_id))
  from public.trust_invitation i where i.id = (select trust.reach())"""
MAY_INVITE = """
  select case when trust.has_account(may_invite.person) then may_invite.way is null
    else trust.i_noted(may_invite.person) and (may_invite.way is null or exists (
      select 1 from public.people_waytoreach w where w.id = may_invite.way and w.person_id = may_invite.person
        and w.kind = 'mail' and w.only_for_id = (select trust.me()))) end"""
MAY_WITHDRAW = """
  select exists (select 1 from public.trust_invitation i where i.id = may_withdraw.invitation
    and (i.by_id = (select trust.me()) or i.circle_id = any((select trust.my_own_circles())::uuid[])))"""

INVITATION_WORDS = [
    Word("reads_from(person uuid, circle uuid)", "timestamptz", READS_FROM),
    Word("is_open(invitation uuid)", "boolean", IS_OPEN),
    Word("is_for(invitation uuid, person uuid)", "boolean", IS_FOR),
    Word(
        "joins(circle uuid, person uuid, let_in_by uuid, hat uuid, sees_from timestamptz, until timestamptz)",
        "boolean",
        JOINS,
    ),
    Word("invited_circle", "uuid", INVITED_CIRCLE),
    Word("invited_login", "uuid", INVITED_LOGIN),
    Word("may_invite(person uuid, way uuid)", "boolean", MAY_INVITE),
    Word("may_withdraw(invitation uuid)", "boolean", MAY_WITHDRAW),
]
