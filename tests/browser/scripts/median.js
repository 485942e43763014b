// Median red, green and blue of a picture; the browser itself reads its pixels.
async picture => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const data = [...pen.getImageData(0, 0, image.width, image.height).data];
  const middle = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return [0, 1, 2].map(channel => middle(data.filter((_, i) => i % 4 === channel)));
}
