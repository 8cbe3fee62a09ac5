import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { App } from '../../src/platform/http.ts'
import { buildApp } from '../../src/server/app.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, personAt, type Person, type Town, type Townsperson } from '../town.ts'
import { startProxy, type Proxy } from './proxy.ts'

/** The town, with an app whose wire to the database can be made to fail. */
export interface WiredTown {
  town: Town
  wire: Proxy
  /** The app on that wire; the town's own app has a whole one. */
  app: App
  /** Somebody who signed in when all was well, before the app on the wire. */
  signedIn: (name: Townsperson) => Promise<Person>
}

export const order = 'bridgeport-5.14'

export async function wiredTown(): Promise<WiredTown> {
  const town = await buildTown()
  await adoptIn(town, order)
  const wire = await startProxy(town.database.cluster.port)
  const ledgerFolder = mkdtempSync(join(tmpdir(), 'decorum-ledger-'))
  const { app } = await buildApp({
    databaseUrl: wire.through(town.databaseUrl),
    origin: 'http://riverton.localhost',
    clock: town.now,
    log: false,
    rate: 1_000_000,
    demo: false,
    secrets: { seal: '00'.repeat(32) },
    blobsFolder: town.blobsFolder,
    ledgerFolder,
  })
  after(async () => {
    wire.become('fair')
    await app.close()
    await wire.close()
    await rm(ledgerFolder, { recursive: true, force: true })
  })
  return {
    town,
    wire,
    app,
    signedIn: async (name) => {
      const { memberId, cookie } = await town.signedIn(name)
      return personAt(app, town.agency.host, memberId, cookie)
    },
  }
}

/** A draft's words, which nobody else's are. */
export function asked(text: string): object {
  const why = 'My family asked for it.'
  return { matter: 'identification', content: { text, from: '2026-11-21', to: '2027-03-31', why } }
}
