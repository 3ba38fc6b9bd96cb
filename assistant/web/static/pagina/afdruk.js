/** The page on paper: the button opens the print dialogue. */

document.querySelector('button')?.addEventListener('click', () => print());
