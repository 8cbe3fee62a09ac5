import { queryOptions } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { OrderData } from './judged.ts'

/** The order in force. Read once when the page opens and not again: nothing is sent while somebody writes. */
export const selfCheckOrderQuery = queryOptions({
  queryKey: ['self-check', 'order'],
  queryFn: ({ signal }) => get<OrderData>('/api/self-check/order', signal),
  staleTime: Infinity,
  gcTime: Infinity,
})
