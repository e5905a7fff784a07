// Plain sums, term by term from the definitions: slow, good for small numbers, and nothing else to believe.

const sumTo = (k: number, term: (i: number) => number) => {
  let sum = 0
  for (let i = 0; i <= k; i += 1) sum += term(i)
  return sum
}

export const poissonTerm = (i: number, mean: number) => {
  let term = Math.exp(-mean)
  for (let j = 1; j <= i; j += 1) term *= mean / j
  return term
}

export const choose = (n: number, i: number) => {
  let ways = 1
  for (let j = 1; j <= i; j += 1) ways = (ways * (n - i + j)) / j
  return ways
}

export const binomialTerm = (i: number, n: number, success: number) =>
  choose(n, i) * success ** i * (1 - success) ** (n - i)

export const poissonSum = (k: number, mean: number) => sumTo(k, (i) => poissonTerm(i, mean))

export const binomialSum = (k: number, n: number, success: number) => sumTo(k, (i) => binomialTerm(i, n, success))
