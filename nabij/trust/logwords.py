"""The words of the logs: that they are only added to, and the one way in which their oldest rows go."""

from nabij.base.guard import OFFICE
from nabij.base.word import Word

TERM = "interval '5 years'"  # Keep.LOG

# The lowest key (UUIDv7) of a moment: who was written before it has a lower one.
FIRST_KEY = """
  select (lpad(to_hex((extract(epoch from first_key.moment) * 1000)::bigint), 12, '0')
    || '70008000000000000000')::uuid"""

ONLY_ADDED_TO = f"""
begin
  if tg_op = 'DELETE' and tg_table_name in ('trust_look', 'trust_trace', 'trust_processing')
      and current_setting('nabij.forgetting', true) = 'yes'
      and old.id < trust.first_key(statement_timestamp() - {TERM}) then
    return old;
  end if;
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end"""

FORGET_LOOKS = f"""
declare
  looks bigint;
  traces bigint;
  processings bigint;
begin
  if (select trust.office()) is distinct from 'retention' then
    raise exception 'only the office for retention forgets' using errcode = 'insufficient_privilege';
  end if;
  if forget_looks.before is null or forget_looks.before > statement_timestamp() - {TERM} then
    raise exception 'the logs are kept for five years' using errcode = 'check_violation';
  end if;
  perform set_config('nabij.forgetting', 'yes', true);
  delete from public.trust_look where id < trust.first_key(forget_looks.before);
  get diagnostics looks = row_count;
  delete from public.trust_trace where id < trust.first_key(forget_looks.before);
  get diagnostics traces = row_count;
  delete from public.trust_processing where id < trust.first_key(forget_looks.before);
  get diagnostics processings = row_count;
  perform set_config('nabij.forgetting', '', true);
  if looks + traces + processings > 0 then
    insert into public.trust_forgetting (id, at, before, looks, traces, processings)
    values (gen_random_uuid(), clock_timestamp(), forget_looks.before, looks, traces, processings);
  end if;
  return looks + traces + processings;
end"""

LOG_WORDS = [
    Word("first_key(moment timestamptz)", "uuid", FIRST_KEY, definer=False),
    Word("only_added_to", "trigger", ONLY_ADDED_TO, lang="plpgsql", definer=False, changes=True),
    Word("forget_looks(before timestamptz)", "bigint", FORGET_LOOKS, lang="plpgsql", to=OFFICE, changes=True),
]
