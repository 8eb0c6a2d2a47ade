// A Vite plugin: of what the engine describes the page carries what it shows before it has an engine. Which measures can be taken the
// engine is asked, for each model (runner.measures()), and what tasks know is for them alone.

/** @param {Record<string, any>} description @returns {Record<string, any>} */
export function briefly({measures: _, ...rest}) {
  return {...rest, tasks: rest.tasks.map((/** @type {any} */ {hidden: _, cues: __, ...task}) => task)};
}

/** @returns {import('vite').Plugin} */
export function describedBriefly() {
  return {
    name: 'unrolled-described-briefly',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('build/describe.json') ? {code: JSON.stringify(briefly(JSON.parse(code))), map: null} : null,
  };
}
