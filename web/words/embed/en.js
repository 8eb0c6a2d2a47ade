// English of what a frame says of its own address; Spanish beside the others, in web/words/es/hosts.js.
export default `
embed-unknown = The address of this frame asks for what this page does not know, which is as if it were not there: { $names }.
embed-version = The address of this frame is written by version { $found } of its rules; this file reads version { $version } alone. Whoever put
    the frame here can take the line for it anew, or a newer copy of the file.
`;
