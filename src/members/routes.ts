import type { App } from '../platform/http.ts'

export function memberRoutes(_app: App): void {}
