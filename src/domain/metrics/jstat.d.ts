/** The few functions of jstat 1.9 in use; the package ships no types of its own. */
declare module 'jstat' {
  interface Quantile {
    inv(probability: number, ...parameters: number[]): number
  }
  const jstat: { normal: Quantile; chisquare: Quantile; studentt: Quantile }
  export default jstat
}
