import { asTextPages, dictated } from '../src/adoption/fixtures/paginate.ts'
import { readText } from '../src/adoption/read-text.ts'
import { withoutFurniture } from '../src/adoption/furniture.ts'
const t = asTextPages(dictated, 60, 26); console.log(t.slice(-900))
console.log(withoutFurniture(readText(t), 1).furniture)
