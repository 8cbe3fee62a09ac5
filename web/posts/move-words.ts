import { inBoth } from '../words/words.ts'

/** The words for what is done with a post. */
export const postMoveWords = inBoth(
  {
    move: {
      remarks: 'Remarks for the author',
      reason: 'The reason',
      weighed: 'What you weighed, or what you permit',
      stop: 'Not now',
      says: (move: string, says: string) => (move === '' ? says : says),
      explain: {
        approve: 'It binds exactly what stands here. It goes out at its time, or at once.',
        sign: 'It goes out at once, on your word alone. Somebody else has to review it within a day.',
        return: 'The author changes it and submits it again.',
        withdraw: 'It ends here. What was said of it stays in the ledger.',
        remove:
          'Every network is asked to take it down, until it is gone. The record copy stays. The public site shows the reason: name nobody in it.',
        confirm: 'You say that the emergency was one.',
        fault: 'You say that it should not have gone out so. It can then be corrected or removed.',
      },
    },
    settling: {
      title: 'What is on the page?',
      see: 'What do you see there?',
      tried: (tries: number, since: string) => `Tried ${tries} times since ${since}.`,
      lead: 'Look at the page itself, then say what you see.',
      there: 'It is there',
      address: 'Its address',
      notThere: 'It is not there',
      again: 'Try once more',
      leave: 'Leave it so',
      what: 'And now?',
      save: 'Say so',
    },
  },
  {
    move: {
      remarks: 'Observaciones para el autor',
      reason: 'El motivo',
      weighed: 'Lo que sopesó, o lo que permite',
      stop: 'Ahora no',
      says: (move, says) => {
        const said: Readonly<Record<string, string>> = {
          write: 'Escrita',
          edit: 'Cambiada',
          submit: 'Presentar para revisión',
          approve: 'Aprobar',
          return: 'Devolver con observaciones',
          sign: 'Publicar ya con una sola firma',
          withdraw: 'Retirar',
          publish: 'Empezó a publicarse',
          finish: 'Publicada',
          fail: 'Ninguna red la aceptó',
          confirm: 'Confirmar la emergencia',
          fault: 'Hallar que no debió salir así',
          remove: 'Eliminar en todas partes',
        }
        return said[move] ?? says
      },
      explain: {
        approve: 'Vale exactamente para lo que está aquí. Sale a su hora, o de inmediato.',
        sign: 'Sale de inmediato, solo con su palabra. Otra persona debe revisarla en un día.',
        return: 'El autor la cambia y la presenta de nuevo.',
        withdraw: 'Termina aquí. Lo que se dijo de ella queda en el registro.',
        remove:
          'Se pide a cada red que la quite, hasta que ya no esté. La copia del expediente queda. El sitio público muestra el motivo: no nombre a nadie en él.',
        confirm: 'Usted dice que la emergencia lo era.',
        fault: 'Usted dice que no debió salir así. Después se puede corregir o eliminar.',
      },
    },
    settling: {
      title: '¿Qué hay en la página?',
      see: '¿Qué ve allí?',
      tried: (tries, since) => `Intentos: ${tries}, desde ${since}.`,
      lead: 'Mire la página misma y diga qué ve.',
      there: 'Está allí',
      address: 'Su dirección',
      notThere: 'No está allí',
      again: 'Intentar otra vez',
      leave: 'Dejarlo así',
      what: '¿Y ahora?',
      save: 'Decirlo',
    },
  },
)
