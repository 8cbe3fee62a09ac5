import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { crimeWords } from './crime-words.ts'
import { townMapQuery } from './data.ts'

/** The town's own map: what notices and figures are drawn on. */
export function TownMapLoad(): ReactNode {
  const words = useWords(crimeWords)
  const client = useQueryClient()
  const map = useQuery(townMapQuery)
  const [file, setFile] = useState<File>()
  const [loaded, setLoaded] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const load = async (source: string): Promise<void> => {
    const geo = await read(file)
    setProblem(geo === undefined ? words.notJson : undefined)
    if (geo === undefined) return
    const { features } = await send<{ features: number }>('POST', '/api/map', { source, map: geo })
    setLoaded(features)
    await client.invalidateQueries({ queryKey: townMapQuery.queryKey })
  }
  return (
    <section>
      <h2>{words.mapTitle}</h2>
      {map.isError && <Failure error={map.error} again={() => void map.refetch()} />}
      {map.data && (
        <p>
          {map.data.mapId === null ? words.noMap : words.mapSays(map.data.features.length, map.data.source)}
        </p>
      )}
      <details>
        <summary>{words.mapLoad}</summary>
        <Form submit={words.mapLoad} onSubmit={(filled) => load(filled.text('map-source'))}>
          <FileField
            name="map"
            label={words.mapFile}
            hint={words.mapHint}
            accept=".geojson,.json,application/geo+json"
            onChoose={setFile}
          />
          <Field
            name="map-source"
            label={words.mapSource}
            hint={words.mapSourceHint}
            required
            maxLength={200}
          />
        </Form>
        <p role="status">{problem ?? (loaded === undefined ? '' : words.mapDone(loaded))}</p>
      </details>
    </section>
  )
}

async function read(file: File | undefined): Promise<unknown> {
  try {
    return JSON.parse((await file?.text()) ?? '')
  } catch {
    return undefined
  }
}
