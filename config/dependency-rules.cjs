// domain ← cloud ← features ← pages/packages, and domain ← _runtime ← each function.
// Every rule has a folder of the same name in test/architecture/probes whose files it must refuse.

const PHONE_AREAS = 'cloud|features|files|ui|pages|packages'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`

module.exports = {
  forbidden: [
    rule('no-cycles', 'A circle has no first file to read.', {}, { circular: true }),
    rule(
      'nothing-unresolved',
      'An import that the tool cannot resolve would silently satisfy every other rule.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'domain-imports-only-domain-and-pure-libraries',
      'The core is data and rules: no Taro, no React, no Node, no cloud.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', npm('valibot', 'chinese-days', 'dayjs', 'jstat', 'ts-fsrs', 'gift-pegjs')] },
    ),
    rule(
      'cloud-imports-only-domain',
      'The conversation with the cloud knows no page, feature or drawing.',
      { path: '^src/cloud/' },
      { path: '^src/', pathNot: '^src/(cloud|domain)/' },
    ),
    rule(
      'ui-imports-only-domain',
      'The design system draws what it is given.',
      { path: '^src/ui/' },
      { path: ['^src/', npm('.+')], pathNot: ['^src/(ui|domain)/', npm('@tarojs', 'react', '@types/react')] },
    ),
    rule(
      'files-import-only-domain',
      'What reads and writes files knows what stands in them, and nobody who asks for it.',
      { path: '^src/files/' },
      { path: '^src/', pathNot: '^src/(files|domain)/' },
    ),
    rule(
      'features-are-islands',
      'What two features share moves down to src/ui, src/files or src/domain.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    rule(
      'pages-are-entries',
      'A page or a sub-package is opened by its path in routes.ts, never imported from outside.',
      { path: '^src/', pathNot: '^src/(pages|packages)/' },
      { path: '^src/(pages|packages)/' },
    ),
    rule(
      'pages-are-islands',
      'An import between pages or sub-packages moves code into the wrong download.',
      { path: '^src/(pages|packages)/([^/]+)/' },
      { path: '^src/(pages|packages)/', pathNot: '^src/$1/$2/' },
    ),
    rule(
      'nothing-imports-the-app',
      'app.tsx composes; what others need lives below it.',
      { path: `^src/(domain|${PHONE_AREAS})/` },
      { path: '^src/app[.]' },
    ),
    rule(
      'phone-imports-no-function',
      'The phone and the functions share src/domain and nothing else.',
      { path: '^src/' },
      { path: '^cloudfunctions/' },
    ),
    rule(
      'phone-counts-no-working-days',
      'The calendar grows with every year: functions count the days and phones show them.',
      { path: `^src/(${PHONE_AREAS})/` },
      { path: '^src/domain/calendar/working-days', reachable: true },
    ),
    rule(
      'phone-draws-no-limits',
      'Functions work out charts and intervals with a large library: phones draw the points they receive.',
      { path: `^src/(${PHONE_AREAS})/` },
      { path: '^src/domain/metrics/(spc|intervals|funnel|distributions)', reachable: true },
    ),
    rule(
      'phone-learns-from-functions',
      'Functions schedule mistakes, read files with libraries that no phone needs, and keep what the starter questions answer.',
      { path: `^src/(${PHONE_AREAS})/` },
      { path: '^src/domain/integrity/(mistake[.]schedule|gift[.]read|starter/)', reachable: true },
    ),
    rule(
      'phone-ships-no-server-library',
      'Node built-ins and development tools have no place in a phone bundle.',
      { path: '^src/' },
      { dependencyTypes: ['core', 'npm-dev'], pathNot: npm('chinese-days', '@types/.+') },
    ),
    rule(
      'functions-import-only-domain-from-the-phone',
      'The phone and the functions share src/domain and nothing else.',
      { path: '^cloudfunctions/' },
      { path: '^src/', pathNot: '^src/domain/' },
    ),
    rule(
      'functions-are-islands',
      'A function folder deploys alone, on _runtime and the domain.',
      { path: '^cloudfunctions/([^_/][^/]*)/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/($1|_runtime)/' },
    ),
    rule(
      'runtime-imports-no-function',
      'What every function stands on knows none of them.',
      { path: '^cloudfunctions/_runtime/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_runtime/' },
    ),
    rule(
      'functions-ship-no-development-library',
      'A deployed function carries its own code, the domain and the SDK.',
      { path: '^cloudfunctions/(?!_localcloud/)' },
      { dependencyTypes: ['npm-dev'], pathNot: npm('@types/.+') },
    ),
    rule(
      'localcloud-imports-no-function',
      'The local cloud loads built bundles, as the platform does.',
      { path: '^cloudfunctions/_localcloud/' },
      { path: '^cloudfunctions/[^/]+/', pathNot: '^cloudfunctions/_localcloud/' },
    ),
    rule(
      'only-the-runtime-imports-the-sdk',
      'Identity, limits and retries of the platform are handled in one place.',
      { path: '^(src|cloudfunctions|config)/', pathNot: '^cloudfunctions/_runtime/' },
      { path: npm('wx-server-sdk') },
    ),
    rule(
      'nothing-imports-tests',
      'Tests see everything and are seen by nothing.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    rule(
      'weapp-tests-see-only-the-bundle',
      'They judge the built mini-program as a phone runs it.',
      { path: '^test/weapp/' },
      { path: '^src/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
}
