// MiniSearch, typed in mini-search.d.mts: the bench's own packages are there only where `npm ci` ran in bench/.
import MiniSearch from 'minisearch'

const newest = (found) =>
  found
    .map(({ id }) => id)
    .toSorted((a, b) => b - a)
    .slice(0, 50)

export function miniSearch(rows) {
  const index = new MiniSearch({ fields: ['words'], idField: 'id', storeFields: [] })
  index.addAll(rows)
  return {
    and: (words) => newest(index.search(words, { combineWith: 'AND' })),
    prefix: (words) => newest(index.search(words, { prefix: true })),
    count: (words) => index.search(words).length,
  }
}
