import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenAsked } from './api.ts'
import { askWhoItIs } from './frame/confirm-asked.ts'
import { routerFor } from './routes.tsx'
import { sessionQuery } from './session.ts'
import './styles.scss'

const client = new QueryClient({
  // The fetch helper tries again by itself; what the server refused it would refuse again.
  defaultOptions: { queries: { retry: false, staleTime: 10_000 } },
})
const router = routerFor(client)

whenAsked({
  onSignedOut: () => {
    void (async () => {
      const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      const { pathname, href } = router.state.location
      if (session.member || pathname === '/sign-in') return
      await router.navigate({ to: '/sign-in', search: { to: href } })
    })()
  },
  onUnconfirmed: askWhoItIs,
})

const place = document.getElementById('app')
if (!place) throw new Error('the page has no place for the app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
