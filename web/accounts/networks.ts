import type { AccountBrief } from '../../src/accounts/schema.ts'

/** What the networks call themselves, which is the same in every language. */
export const networkTitles = {
  site: 'Web',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  facebook: 'Facebook',
  x: 'X',
  instagram: 'Instagram',
  youtube: 'YouTube',
  nextdoor: 'Nextdoor',
} as const satisfies Record<AccountBrief['network'], string>
