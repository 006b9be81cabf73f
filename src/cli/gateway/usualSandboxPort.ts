/** Where the sandbox listens unless it is told otherwise, and where the other commands look for it. */
export const usualSandboxPort = 4242;
