/** First names often met in Britain and Ireland that the lists of the package lack. */
export const moreFirstNames: readonly string[] = `
  Aoife Oisín Caoimhe Niamh Siobhán Saoirse Róisín Ciarán Eoin Tadhg Cormac Fergal Declan Sinéad Gráinne Orla Maeve Clodagh Cillian Diarmuid
  Donal Eamon Aisling Deirdre Fionn Fiona Padraig Seamus Conor Cathal Darragh Áine Bríd Máire Nuala Ronan Rory Callum Hamish Ewan Euan Iain
  Angus Catriona Eilidh Isla Mhairi Morag Kirsty Lachlan Fraser Craig Gethin Rhys Rhian Sian Siân Carys Cerys Bronwen Eluned Dafydd Gareth Gwen
  Gwyneth Ieuan Llewelyn Myfanwy Nerys Owain Aneurin Bethan Ffion Imogen Jemima Poppy Alistair Alastair Nigel Graham Gavin Clive Trevor
  Rupert Piers Giles Tarquin Hugo Barnaby Digby Jolyon Philippa Pippa Tamsin Felicity Arabella Araminta Cordelia Henrietta Georgina Fenella
  Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Ibrahim Yusuf Omar Khalid Tariq Imran Bilal Hamza Zain Aisha Fatima Zainab Maryam Khadija
  Nadia Samira Leila Layla Yasmin Amina Rashida Saima Shabana Priya Meera Anjali Deepa Kavita Lakshmi Sunita Rani Neha Pooja Divya Ananya Arjun
  Rahul Vikram Sanjay Rajesh Suresh Ramesh Anil Sunil Harpreet Gurpreet Manpreet Jaspreet Simran Chidi Chinedu Emeka Ngozi Adaeze Amara Olu
  Oluwaseun Tunde Segun Folake Funmi Yetunde Kwame Kofi Ama Akua Abena Wei Ming Xin Mei Ling Jing Hui Yuki Haruto Kenji Hiroshi Akiko Sakura
  Nguyen Minh Linh Thuy Dmitri Dmitry Sergei Sergey Vladimir Natalia Olga Svetlana Irina Oksana Taras Bohdan Yaroslav
  Mehmet Mustafa Ayse Emre Elif Zeynep Wojciech Zbigniew Małgorzata Agnieszka Krzysztof Grzegorz Przemysław Katarzyna`
  .split(/\s+/)
  .filter((name) => name !== '');
