const encoder = new TextEncoder()

/** Working room in bytes, kept from one text to the next unless it is very large. */
const leastKept = 1024
const mostKept = 1_048_576

/** A long text is brought into bytes by pieces of this size, so that it is soon known when it is not ASCII. */
const piece = 16_384

/** A text as bytes, which are faster to walk than a string. One is used for text after text. */
export class AsciiBytes {
  /** The last text encoded, a zero, and whatever was there before. */
  bytes = new Uint8Array(leastKept)

  /** Brings a text into bytes; false when it is not ASCII, and the bytes are then good for nothing. */
  encode(text: string): boolean {
    const { length } = text
    // no room is made for a long text that is soon known not to be ASCII
    if (length > this.bytes.length && length > piece && !this.encode(text.slice(0, piece))) return false
    if (this.bytes.length <= length || this.bytes.length > mostKept)
      this.bytes = new Uint8Array(Math.max(length + 1, leastKept))
    this.bytes[length] = 0
    if (length <= piece) return isEncoded(text, this.bytes)
    for (let at = 0; at < length; at += piece)
      if (!isEncoded(text.slice(at, at + piece), this.bytes.subarray(at))) return false
    return true
  }
}

function isEncoded(text: string, into: Uint8Array): boolean {
  const { read, written } = encoder.encodeInto(text, into)
  return read === text.length && written === text.length
}
