// The version of the page and its engine: apart, since only a build reads JSON like this.
export {version} from '../../package.json';
