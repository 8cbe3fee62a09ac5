import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Db } from './db.ts'
import { sha256 } from './id.ts'
import { Refusal } from './refusal.ts'

/** One numbered section of a module's SQL file. */
export interface Section {
  name: string
  text: string
}

/** The sections of SQL files, by number. `-- migration 0003` opens one; numbers are unique over all modules. */
export function sectionsOf(files: readonly string[]): Section[] {
  const sections = files.flatMap((file) => {
    const module = file.replace(/^.*[/\\]|\.sql$/g, '')
    const [, ...parts] = readFileSync(file, 'utf8').split(/^-- migration (\d{4})\n/m)
    const found: Section[] = []
    for (let i = 0; i < parts.length; i += 2)
      found.push({ name: `${parts[i]}-${module}`, text: parts[i + 1] ?? '' })
    if (found.length === 0) throw new Refusal('malformed', `${file} holds no line "-- migration 0001"`)
    return found
  })
  const numbers = sections.map((section) => section.name.slice(0, 4))
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place)
  if (twice !== undefined) throw new Refusal('malformed', `migration ${twice} stands in two files`)
  return sections.toSorted((a, b) => a.name.localeCompare(b.name))
}

/**
 * Brings a database to the newest schema and gives the names of the sections that ran now. All of them run in one
 * transaction: a migration that is cut off leaves what was there, and can be run again. Refuses a database whose
 * applied sections are not the ones in the files.
 */
export async function migrate(db: Db, files: readonly string[]): Promise<string[]> {
  const sections = sectionsOf(files)
  await sql`create table if not exists migration_digest (name text primary key, digest text not null)`.execute(
    db,
  )
  const { rows } = await sql<{
    name: string
    digest: string
  }>`select name, digest from migration_digest`.execute(db)
  for (const { name, digest } of rows) {
    const section = sections.find((one) => one.name === name)
    if (!section)
      throw new Refusal(
        'conflict',
        `the database has migration ${name}, which this version of Decorum has not`,
      )
    if (sha256(section.text) !== digest)
      throw new Refusal(
        'conflict',
        `migration ${name} was applied with another text; sections are never edited`,
      )
  }
  const migrations = Object.fromEntries(sections.map((section) => [section.name, migrationOf(section)]))
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return results.map((result) => result.migrationName)
}

function migrationOf(section: Section): Migration {
  return {
    up: async (db) => {
      await sql.raw(section.text).execute(db)
      await sql`insert into migration_digest values (${section.name}, ${sha256(section.text)})`.execute(db)
    },
  }
}
