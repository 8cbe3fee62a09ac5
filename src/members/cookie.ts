import type { FastifyReply } from 'fastify'
import { mostHours } from './session.ts'

/** Gives the browser its session: the secret is out of reach of scripts, other sites and other hosts. */
export function giveCookie(reply: FastifyReply, secret: string): void {
  const { cookieName, isTls } = reply.server.house
  reply.setCookie(cookieName, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isTls,
    maxAge: mostHours * 3600,
  })
}

export function takeCookie(reply: FastifyReply): void {
  const { cookieName, isTls } = reply.server.house
  reply.clearCookie(cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: isTls })
}
