// What the build lets a module import besides modules.

declare module '*?packed' {
  const asset: import('./runtime/assets.js').PackedAsset;
  export default asset;
}
