/** A table that can only grow, enforced below Dexie's own methods: no put, update, delete or clear; a repeated key fails. */
import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie'

/** Thrown at whoever tries to change what is recorded. */
export class AppendOnlyError extends Error {
  override readonly name = 'AppendOnlyError'
}

/** Dexie middleware that lets `table` take new records and nothing else. */
export function appendOnly(table: string): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: `append-only ${table}`,
    level: 0,
    create: core => ({
      ...core,
      table(name) {
        const inner = core.table(name)
        if (name !== table) return inner
        return {
          ...inner,
          mutate: (request: DBCoreMutateRequest) => (request.type === 'add'
            ? inner.mutate(request)
            : Promise.reject(new AppendOnlyError(`${request.type} on ${table}`))),
        }
      },
    }),
  }
}
