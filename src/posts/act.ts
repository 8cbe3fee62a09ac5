import type { Account } from '../accounts/store.ts'
import type { Act, AuthorKind } from '../policy/act.ts'
import type { PostContent } from './content.ts'
import { wholeText } from './outgoing.ts'

/** What the order is asked of a post: an act in official capacity, with everything that is known of it. */
export function actOfPost(
  content: PostContent,
  known: {
    on: string
    authorKind: AuthorKind | undefined
    accounts: readonly Pick<Account, 'imageryPermitted'>[]
    kindOf: (sha256: string) => 'image' | 'video'
  },
): Act {
  const { media, byline, facts } = content
  const borrowed = media.filter((one) => one.rights !== 'own')
  const { accounts, authorKind } = known
  return {
    id: 'post',
    kind: 'post',
    capacity: 'official',
    on: known.on,
    text: wholeText(content),
    media: media.map(({ sha256, alt, shows, captions }) => ({
      kind: known.kindOf(sha256),
      id: sha256,
      alt,
      shows,
      ...(captions === null ? {} : { text: captions }),
    })),
    ...(authorKind === undefined ? {} : { author: { kind: authorKind } }),
    audience: 'public',
    duty: 'on',
    facts: {
      ...facts,
      // What the licences and the form say is not said otherwise.
      ...(accounts.length > 0
        ? { 'page.imagery-permitted': accounts.every(({ imageryPermitted }) => imageryPermitted) }
        : {}),
      'author.identified': byline.words !== null,
      'author.law-enforcement-purpose': byline.words === null && byline.reason !== null,
      'media.borrowed': borrowed.length > 0,
      'media.licensed': borrowed.length > 0 && borrowed.every(({ source }) => source !== null),
    },
  }
}
