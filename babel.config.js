// A file, not a package.json key: as a key it would leave node_modules untranspiled.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
}
