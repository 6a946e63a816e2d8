//! Rubrics and sessions by the handles that JavaScript holds.

/// Objects by handle, in rising order; a handle is never given out twice.
pub(super) struct Table<T> {
    last: u32,
    held: Vec<(u32, T)>,
}

impl<T> Table<T> {
    pub(super) const fn new() -> Self {
        Self {
            last: 0,
            held: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, value: T) -> u32 {
        self.last = self.last.saturating_add(1);
        self.held.push((self.last, value));
        self.last
    }

    fn place(&self, handle: u32) -> Option<usize> {
        self.held
            .binary_search_by_key(&handle, |(known, _)| *known)
            .ok()
    }

    pub(super) fn get(&self, handle: u32) -> Option<&T> {
        self.held.get(self.place(handle)?).map(|(_, value)| value)
    }

    pub(super) fn get_mut(&mut self, handle: u32) -> Option<&mut T> {
        let place = self.place(handle)?;
        self.held.get_mut(place).map(|(_, value)| value)
    }

    pub(super) fn remove(&mut self, handle: u32) {
        if let Some(place) = self.place(handle) {
            self.held.remove(place);
        }
    }
}
