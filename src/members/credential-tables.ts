/** How people sign in, as the database keeps it. */
declare module '../platform/db.ts' {
  interface Tables {
    password: { agencyId: string; memberId: string; hash: string; changedAt: string }
    totp: { agencyId: string; memberId: string; sealed: Buffer; lastStep: number }
    recoveryCode: { agencyId: string; memberId: string; hash: string }
    passkey: {
      agencyId: string
      passkeyId: string
      memberId: string
      publicKey: Buffer
      counter: number
      transports: string[]
      label: string
      addedAt: string
      usedAt: string | null
    }
    oidcSubject: { agencyId: string; issuer: string; subject: string; memberId: string }
    oidcProvider: {
      agencyId: string
      name: string
      issuer: string
      clientId: string
      sealedSecret: Buffer
    }
    invitation: {
      agencyId: string
      hash: string
      memberId: string
      by: string
      expires: string
      usedAt: string | null
    }
    ticket: {
      agencyId: string
      hash: string
      purpose: string
      memberId: string | null
      holds: string
      expires: string
    }
    failedTry: { agencyId: string; memberId: string; at: string; tryId: string }
    lock: { agencyId: string; memberId: string; since: string; because: string }
  }
}
export {}
