/** The package's own types are those of CommonJS, and say the module where Node 24 gives the function. */
declare module 'htm' {
  const htm: {
    bind: <Node>(
      element: (type: string, properties: Record<string, unknown> | null, ...children: Node[]) => Node,
    ) => (strings: TemplateStringsArray, ...values: readonly unknown[]) => Node
  }
  export default htm
}
