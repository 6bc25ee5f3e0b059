"""Pictures: (data, style) → matplotlib Figure. The only room of tracker that imports matplotlib."""
