/** The words of the PDF, in English and in Spanish. */
export const pdfWords = {
  en: {
    request: 'Records request',
    contents: 'Contents',
    continued: 'continued from',
    volume: (volume: number): string => `Volume ${volume}`,
    head: (ref: string, part: number, by: string, day: string): string =>
      `Answer to records request ${ref}, part ${part}. Released by ${by} on ${day}.`,
    holds: (first: string, last: string, count: number): string =>
      `This volume holds ${count} records, ${first} to ${last}. The same words stand in records.csv and records.jsonl, which with verify.html show that nothing was changed.`,
    signs:
      'Signs that this document cannot print stand in brackets, as their Unicode numbers; records.jsonl has them as they were written.',
    time: 'Time (UTC)',
    author: 'Written by',
    account: 'Account',
    context: 'Context',
    isContext: 'not asked for; shown so that the rest can be understood',
    medium: 'With it',
    withheld: 'Withheld under',
    withheldHead: 'withheld',
  },
  es: {
    request: 'Solicitud de documentos',
    contents: 'Contenido',
    continued: 'continúa de',
    volume: (volume: number): string => `Volumen ${volume}`,
    head: (ref: string, part: number, by: string, day: string): string =>
      `Respuesta a la solicitud de documentos ${ref}, parte ${part}. Entregado por ${by} el ${day}.`,
    holds: (first: string, last: string, count: number): string =>
      `Este volumen contiene ${count} documentos, ${first} a ${last}. Las mismas palabras están en records.csv y records.jsonl, que con verify.html muestran que nada se modificó.`,
    signs:
      'Los signos que este documento no puede imprimir aparecen entre corchetes, con su número Unicode; records.jsonl los tiene tal como se escribieron.',
    time: 'Hora (UTC)',
    author: 'Escrito por',
    account: 'Cuenta',
    context: 'Contexto',
    isContext: 'no se pidió; se muestra para entender el resto',
    medium: 'Adjunto',
    withheld: 'Retenido según',
    withheldHead: 'retenido',
  },
} as const
export type PdfWords = (typeof pdfWords)['en' | 'es']
