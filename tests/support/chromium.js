// How tests and benchmarks start Debian's Chromium: as root it needs no sandbox, and it is to ask nothing of the network.
import {existsSync} from 'node:fs';

export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The course page of the embed specs has no address of its own, hence none as private as the server's.
    '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
  ],
};

const SHELL = '/usr/bin/chromium-headless-shell';

/** The same engine without tabs and menus around it: where pages are opened by the hundred, half of the time is theirs. */
export const LAUNCH_SHELL = process.env.CHROMIUM || !existsSync(SHELL) ? LAUNCH : {...LAUNCH, executablePath: SHELL};
