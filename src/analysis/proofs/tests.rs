//! Claims of random rubrics against everything that can be given.
