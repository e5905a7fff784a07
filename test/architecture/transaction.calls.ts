import ts from 'typescript'

// wx-server-sdk sends these without the transaction's id: they would run outside it and survive a rollback.
const OUTSIDE_THE_TRANSACTION = new Set(['where', 'aggregate', 'count'])

/** Calls inside a runTransaction callback that the platform would run outside the transaction, as 'line: text'. */
export const callsThatEscape = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node, inTransaction: boolean): void => {
    if (inTransaction && ts.isCallExpression(node) && OUTSIDE_THE_TRANSACTION.has(calledName(node))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1}: ${calledName(node)}`)
    }
    const begins = ts.isCallExpression(node) && calledName(node) === 'runTransaction'
    ts.forEachChild(node, (child) => visit(child, inTransaction || begins))
  }
  visit(source, false)
  return found
}

const calledName = ({ expression }: ts.CallExpression): string => {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return ts.isIdentifier(expression) ? expression.text : ''
}
