// What the build lets a module import besides modules.

declare module '*?packed' {
  const asset: import('./runtime/assets.js').PackedAsset;
  export default asset;
}

// Made by the build, so that a fresh checkout can be type-checked without it.

declare module '*/describe.json' {
  const description: import('./runtime/types').Description;
  export default description;
}

declare module '*/corpora/index.json' {
  const corpora: import('./runtime/types').Corpus[];
  export default corpora;
}

declare module '*/engine_strict.mjs' {
  const instantiate: (options: object) => Promise<any>;
  export default instantiate;
}

declare module '*?late' {
  const text: string;
  export default text;
}

declare module '*?guide' {
  const text: string;
  export default text;
}

declare module '*?story' {
  const text: string;
  export default text;
}

declare module '*?more' {
  const text: string;
  export default text;
}

declare module '*?links' {
  const text: string;
  export default text;
}

declare module '*?frames' {
  const text: string;
  export default text;
}

declare module '*?chart' {
  const text: string;
  export default text;
}

declare module '*?prompt' {
  const text: string;
  export default text;
}

declare module '*?teach' {
  const text: string;
  export default text;
}

declare module '*?lab' {
  const text: string;
  export default text;
}

declare module '*/recorded.json' {
  const recorded: import('./learn/types').Recorded;
  export default recorded;
}

declare module '*?drawn' {
  const template: import('lit').TemplateResult;
  export default template;
}
