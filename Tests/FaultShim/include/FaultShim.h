/// Nothing to call: the library is loaded before a program's others, and lets one call of the system fail.
/// See FaultShim.c.
