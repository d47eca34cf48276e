// The one door to what queries are made of: the description of drizzle-orm is so large that reading it anew for each of a hundred files that
// import it was a tenth of the time that a server takes to start.
export {
  and,
  asc,
  count,
  DrizzleQueryError,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  max,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
