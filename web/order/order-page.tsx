import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { OrderReader } from '../../src/adoption/schema.ts'
import { Refused } from '../api.ts'
import { EnglishWords } from '../parts/english-words.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Contents } from './contents.tsx'
import { Paths } from './differences.tsx'
import { ProvisionArticle } from './provision-article.tsx'
import { found, readerQuery, sectionsOf } from './reader.ts'
import { orderWords } from './words.ts'

/** The order, provision by provision; `#IV.A.20.e` leads to one, `?version=` to an older version. */
export function OrderPage(): ReactNode {
  const words = useWords(orderWords)
  const [{ version }] = useQuestion()
  const order = useQuery(readerQuery(version))
  if (order.data) return <Reader order={order.data} isOld={version !== undefined} />
  const isNone = order.error instanceof Refused && order.error.code === 'notFound'
  return (
    <Page title={words.title}>
      {order.isPending && <Loading />}
      {isNone && <None />}
      {order.isError && !isNone && <Failure error={order.error} again={() => void order.refetch()} />}
    </Page>
  )
}

function None(): ReactNode {
  const words = useWords(orderWords)
  const mayAdopt = holdsAny(useMember(), ['chief', 'administrator'])
  return (
    <Empty>
      <p>{words.none}</p>
      {mayAdopt && (
        <p>
          <Link to="/adopt">{words.noneAdopt}</Link>
        </p>
      )}
    </Empty>
  )
}

function Reader({ order, isOld }: { order: OrderReader; isOld: boolean }): ReactNode {
  const words = useWords(orderWords)
  const inWords = useInWords()
  const [find, setFind] = useState('')
  const { version, provisions } = order
  const shown = useMemo(() => found(provisions, find), [provisions, find])
  useHash()
  return (
    <Page title={words.heading(version.number, version.title)} lead={<Standing version={version} />}>
      <EnglishWords />
      {isOld && version.standing === 'superseded' && (
        <Alert type="info" slim>
          <AlertText>
            {words.older} <Link to="/order">{words.toNow}</Link>
          </AlertText>
        </Alert>
      )}
      <ul className="ways-row no-print">
        <li>
          <Button type="button" unstyled onClick={() => globalThis.print()}>
            {words.print}
          </Button>
        </li>
        <li>
          <Link to="/order/versions">{words.versions}</Link>
        </li>
      </ul>
      <div className="order">
        <Contents
          sections={sectionsOf(shown)}
          find={find}
          onFind={setFind}
          shows={words.shows(shown.length, provisions.length)}
        />
        <div className="order__text">
          {shown.length === 0 && <Empty>{words.nothing}</Empty>}
          {sectionsOf(shown).map(({ name, provisions: held }) => (
            <section key={name} aria-labelledby={`section-${name}`}>
              <h2 id={`section-${name}`}>{inWords.citation(name)}</h2>
              {held.map((provision) => (
                <ProvisionArticle key={provision.citation} provision={provision} />
              ))}
            </section>
          ))}
          {find === '' && <Paths paths={order.paths} />}
        </div>
      </div>
    </Page>
  )
}

function Standing({ version }: { version: OrderReader['version'] }): ReactNode {
  const words = useWords(orderWords)
  const dates = useDates()
  const { standing, effective, supersededOn, approvingBody } = version
  if (effective === null) return undefined
  if (standing === 'not-yet-effective') return words.notYet(dates.day(effective))
  if (supersededOn === null) return words.inForce(dates.day(effective), approvingBody ?? '')
  const say = standing === 'in-force' ? words.inForceUntil : words.superseded
  return say(dates.day(effective), dates.day(supersededOn))
}

/** Goes to the provision that the address names, now that the order has come, and whenever the name changes. */
function useHash(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const place = document.getElementById(decodeURIComponent(hash))
    if (!place) return
    place.scrollIntoView()
    place.focus({ preventScroll: true })
  }, [hash])
}
