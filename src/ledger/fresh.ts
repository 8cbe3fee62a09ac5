import { randomBytes, randomFillSync } from 'node:crypto'
import { newId } from '../platform/id.ts'

/** Ids and salts for many entries: drawn one by one they would cost more than all the rest of an entry. */

/** Random bytes, 16 at a time: `at` is where the next stand in `bytes`. */
export class Salts {
  readonly bytes: Buffer = randomBytes(1 << 14)
  #at = -16

  next(): number {
    this.#at += 16
    if (this.#at < this.bytes.length) return this.#at
    randomFillSync(this.bytes)
    this.#at = 0
    return this.#at
  }
}

/** Ids made from one clock reading; their counter tells them apart and keeps their order. */
const share = 256

/** Ids as `newId` makes them (UUID version 7), as bytes: the next stands in `bytes` at the place that `next` gives. */
export class Ids {
  readonly bytes: Buffer = Buffer.alloc(share * 16)
  #at = share * 16

  next(): number {
    this.#at += 16
    if (this.#at < this.bytes.length) return this.#at
    // The first comes from the library: its time, and a counter that begins anywhere in 32 bits.
    const first = Buffer.from(newId().replaceAll('-', ''), 'hex')
    const counter =
      (first.readUInt8(6) % 16) * 2 ** 28 +
      first.readUInt8(7) * 2 ** 20 +
      (first.readUInt8(8) % 64) * 2 ** 14 +
      first.readUInt8(9) * 2 ** 6 +
      (first.readUInt8(10) >> 2)
    randomFillSync(this.bytes)
    for (let i = 0; i < share; i++) {
      const at = i * 16
      // RFC 9562, 6.2, method 1. Past the counter's end the ids of this reading lose their order, not their difference.
      const count = (counter + i) % 2 ** 32
      first.copy(this.bytes, at, 0, 6)
      this.bytes[at + 6] = 0x70 + Math.floor(count / 2 ** 28)
      this.bytes[at + 7] = Math.floor(count / 2 ** 20)
      this.bytes[at + 8] = 0x80 + (Math.floor(count / 2 ** 14) % 64)
      this.bytes[at + 9] = Math.floor(count / 2 ** 6)
      this.bytes[at + 10] = (count % 64) * 4 + ((this.bytes[at + 10] ?? 0) % 4)
    }
    this.#at = 0
    return this.#at
  }
}
