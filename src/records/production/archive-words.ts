/** The words of the public archive, in English and in Spanish. */
export const archiveWords = {
  en: {
    title: 'Archive',
    description:
      'What was released in answer to requests for records, and official posts with their versions.',
    lead: 'Records that were released in answer to a request, and the posts of the department with every version they had. Nobody needs an account to read or to load them.',
    search: 'Words to look for',
    go: 'Search',
    hint: 'A phrase in "quotation marks"; a hyphen before a -word leaves it out.',
    releases: 'Released',
    records: 'Released records',
    posts: 'Official posts',
    none: 'Nothing was found.',
    nothingYet: 'Nothing has been put into the archive yet.',
    older: 'Older ones',
    from: 'from request',
    load: 'Load the package (zip)',
    loadSays: 'It can be checked without the department: open verify.html in it. SHA-256 of the zip:',
    counts: (records: number, redacted: number, withheld: number): string =>
      `${records === 1 ? '1 record' : `${records} records`}; with something cut: ${redacted}; withheld: ${withheld}.`,
    part: 'part',
    versions: (count: number): string => (count === 1 ? 'one version' : `${count} versions`),
    version: 'Version',
    closed: 'This department keeps no public archive.',
    released: 'Released on',
  },
  es: {
    title: 'Archivo',
    description:
      'Lo entregado en respuesta a solicitudes de documentos, y las publicaciones oficiales con sus versiones.',
    lead: 'Documentos entregados en respuesta a una solicitud, y las publicaciones del departamento con todas sus versiones. Nadie necesita una cuenta para leerlos o descargarlos.',
    search: 'Palabras que busca',
    go: 'Buscar',
    hint: 'Una frase entre "comillas"; un guion delante de una -palabra la excluye.',
    releases: 'Entregas',
    records: 'Documentos entregados',
    posts: 'Publicaciones oficiales',
    none: 'No se encontró nada.',
    nothingYet: 'Todavía no hay nada en el archivo.',
    older: 'Anteriores',
    from: 'de la solicitud',
    load: 'Descargar el paquete (zip)',
    loadSays:
      'Se puede comprobar sin el departamento: abra el archivo verify.html que contiene. SHA-256 del zip:',
    counts: (records: number, redacted: number, withheld: number): string =>
      `${records === 1 ? '1 documento' : `${records} documentos`}; con algo tachado: ${redacted}; retenidos: ${withheld}.`,
    part: 'parte',
    versions: (count: number): string => (count === 1 ? 'una versión' : `${count} versiones`),
    version: 'Versión',
    closed: 'Este departamento no mantiene un archivo público.',
    released: 'Entregado el',
  },
} as const
