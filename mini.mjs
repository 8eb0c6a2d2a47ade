import {readFileSync,existsSync} from 'node:fs';import {minifySync} from 'rolldown/experimental';
const list=process.argv.slice(2);let tot=0;
for(const f of list){const m=p=>existsSync(p)?minifySync('a.js',readFileSync(p,'utf8')).code.length:0;
const d=m('/tmp/wearly/'+f)-m('/tmp/wearly_base/'+f);tot+=d;console.log(d,f);}console.log(tot)
