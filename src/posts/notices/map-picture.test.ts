import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { z } from 'zod'
import { townMap } from '../../../test/public-data.ts'
import { areaSchema } from './content.ts'
import { mapHeight, mapWidth, mapWords, noticeMap, noticePicture } from './map-picture.ts'
import { featureSchema, type TownMap } from './town-map.ts'

const { features } = z.object({ features: z.array(featureSchema) }).parse(townMap(12))
const town: TownMap = { mapId: null, source: 'City', features }
const area = areaSchema.parse({
  words: { en: 'Downtown', es: 'Centro' },
  polygon: [
    [41.76, -72.69],
    [41.762, -72.69],
    [41.762, -72.687],
  ],
})

test('nothing is drawn far outside of the picture, whichever way the rings of the town’s areas run', async () => {
  const turned = features.map((one) =>
    one.geometry.type === 'Polygon'
      ? {
          ...one,
          geometry: {
            ...one.geometry,
            coordinates: one.geometry.coordinates.map((ring) => ring.toReversed()),
          },
        }
      : one,
  )
  const [svg = '', other] = [features, turned].map((all) => noticeMap(area, { ...town, features: all }, 'en'))
  const places = [...svg.matchAll(/(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ])
  assert.ok(places.length > 30, `only ${places.length} places`)
  for (const [x = 0, y = 0] of places)
    assert.ok(x > -20 && x < mapWidth + 20 && y > -20 && y < mapHeight + 20, `${x},${y}`)
  assert.equal(paths(other ?? ''), paths(svg))
  const { width, height } = await sharp(await noticePicture(svg)).metadata()
  assert.deepEqual([width, height], [mapWidth * 2, mapHeight * 2])
})

const paths = (svg: string): number => svg.split('<path').length

test('the words of the map name the roads that the area meets, and no others', () => {
  const words = mapWords(area, town, 'en')
  assert.match(words, /^Map: Downtown\. Middle 41\.7613, -72\.6890, about 250 m \(0\.15 mi\) × 220 m/)
  assert.match(words, /It meets .*Street 4/)
  assert.doesNotMatch(words, /Main Street/)
  assert.match(mapWords(area, town, 'es'), /^Mapa: Centro\. Centro 41/)
})
