import CMalloc

/// Has freed memory given back to the system. By itself the C library makes a heap for each of many threads and keeps in
/// them what was freed: with 100,000 matters in memory a quarter of all. To be called before other threads begin.
func keepMemorySmall() {
  #if os(Linux)
    mallopt(M_ARENA_MAX, heaps)
    // Larger blocks have pages of their own, which go back when they are freed.
    mallopt(M_MMAP_THRESHOLD, ownPages)
  #endif
}

/// Gives what was freed between blocks in use back to the system too: learning, and lists of thousands of rows, leave the
/// heap full of holes.
func giveBackFreedMemory() {
  #if os(Linux)
    malloc_trim(0)
  #endif
}

private let heaps: Int32 = 2
/// Bytes.
private let ownPages: Int32 = 256 << 10
