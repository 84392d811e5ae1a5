export type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> };

export function missingOptional(lock: Lock): [name: string, version: string][];
