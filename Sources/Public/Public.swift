// Public
