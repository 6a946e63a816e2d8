import "rubricate/worker/script";
